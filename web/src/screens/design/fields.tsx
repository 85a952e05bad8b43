import { useState } from 'react';
import { Combo } from '@/design/combo';
import {
  Checkbox,
  Choice,
  FieldGroup,
  SearchField,
  Select,
  Switch,
  TextField,
} from '@/design/field';
import { MomentField } from '@/design/moment_field';
import { Card } from '@/design/page';
import { PasswordField } from '@/design/password_field';

const services = [
  { id: 'uploads', name: 'Uploads', note: 'Works' },
  { id: 'galleries', name: 'Galleries', note: 'Works' },
  { id: 'statistics', name: 'Statistics', note: 'Down' },
] as const;
type Service = (typeof services)[number]['id'];

export function Fields() {
  const [text, setText] = useState('Statistics are late');
  const [password, setPassword] = useState('');
  const [service, setService] = useState<Service>('statistics');
  const [found, setFound] = useState<Service | null>('uploads');
  const [moment, setMoment] = useState('');
  const [is, setIs] = useState(true);
  return (
    <Card title="Fields" aside="The label stays; the error stands beside what is wrong">
      <div className="flex flex-col gap-4">
        <TextField
          label="Title"
          help="What customers read first."
          value={text}
          onChange={setText}
        />
        <TextField label="Title, refused" value="" error="Say what is wrong." onChange={() => {}} />
        <TextField label="Title, disabled" value="Cannot be changed" isDisabled />
        <TextField label="Text" rows={3} value={text} onChange={setText} />
        <TextField label="Code" mono value="492 031" onChange={() => {}} />
        <PasswordField label="Password" value={password} onChange={setPassword} />
        <SearchField label="Search services" value={text} onChange={setText} />
        <div className="grid gap-4 sm:grid-cols-2">
          <Select label="Service" options={services} value={service} onChange={setService} />
          <Select
            label="Service, disabled"
            options={services}
            value={service}
            onChange={setService}
            isDisabled
          />
        </div>
        <Combo
          label="Found by typing"
          help="One of many."
          options={services}
          value={found}
          onChange={setFound}
        />
        <MomentField label="Due by" value={moment} onChange={setMoment} />
        <Choice
          label="One of a few"
          help="All in sight."
          options={services}
          value={service}
          onChange={setService}
        />
        <FieldGroup label="Switches">
          <Checkbox isSelected={is} onChange={setIs}>
            Tell everybody who uses it
          </Checkbox>
          <Checkbox isDisabled>Cannot be chosen now</Checkbox>
          <Switch isSelected={is} onChange={setIs}>
            Single keys work
          </Switch>
          <Switch isDisabled>Cannot be switched now</Switch>
        </FieldGroup>
      </div>
    </Card>
  );
}
